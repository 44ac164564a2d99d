import { createHmac, hkdfSync } from 'node:crypto';

/**
 * By which an encrypted value is found without being decrypted: the same value of the same column always has the same one,
 * and another column has another. Let the value be in one form first (an address in lower case), or it is not found.
 */
export function blindIndex(secret: string, column: { table: string; column: string }, plain: string): string {
  const label = `callivate blind index v1 ${column.table}.${column.column}`;
  const key = Buffer.from(hkdfSync('sha256', secret, '', label, 32));
  return createHmac('sha256', key).update(plain).digest('base64url');
}
