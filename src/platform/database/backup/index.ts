export { backUp } from './back-up';
export type { Manifest } from './manifest';
export { BackupRefused } from './refused';
export { restore } from './restore';
