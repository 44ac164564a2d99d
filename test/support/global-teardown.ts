export default async function globalTeardown(): Promise<void> {
  const { stopThrowAwayPostgres } = globalThis as { stopThrowAwayPostgres?: () => Promise<void> };
  await stopThrowAwayPostgres?.();
}
