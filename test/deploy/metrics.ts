/** Every metric of ours that the dashboard and the alerts read, with its labels. Its name stands nowhere else but where it is made. */
export const METRICS: Record<string, string[]> = {
  callivate_ring_lateness_seconds: ['line', 'purpose'],
  callivate_calls_ended_total: ['line', 'purpose', 'ending', 'refusal'],
  callivate_canary_rings_total: ['verdict'],
  callivate_http_request_seconds: ['method', 'route', 'status'],
  callivate_database_query_seconds: ['query'],
  callivate_database_pool_connections: ['state'],
  callivate_job_seconds: ['job_name', 'outcome'],
  callivate_queue_jobs: ['queue', 'state'],
  callivate_telephony_orders_total: ['what', 'outcome'],
  callivate_telephony_month_cost: ['what'],
  callivate_webhooks_refused_total: ['reason'],
};
