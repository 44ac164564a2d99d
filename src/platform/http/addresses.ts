/** What stands beside the API, whose base is `/api/v1`: probes, operators' pages, what everybody may read, and what the telephone company asks. */
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
  'twilio/*path',
];
