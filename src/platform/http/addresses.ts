/** What stands beside the API, whose base is `/api/v1`: probes, operators' pages and what everybody may read. */
export const OUTSIDE_THE_API = [
  'health',
  'health/live',
  'health/ready',
  'health/startup',
  'api/v1/health',
  'status',
  'metrics',
  'config/validate',
  'punctuality',
  'docs/problems',
];
