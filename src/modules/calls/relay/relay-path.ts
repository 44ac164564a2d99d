/** Where the WebSockets of talks open. */
export const RELAY_PATH = '/relay';
