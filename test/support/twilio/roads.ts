/** How to get to an address, and what a proxy on the way adds. */
export interface Road {
  url: string;
  headers: Record<string, string>;
}

/**
 * How addresses of the world outside are reached on this machine: as through a proxy in front of the application, at which TLS
 * ends. An address without such a road is reached as it is.
 */
export class Roads {
  private readonly ends = new Map<string, string>();

  /** From an origin, such as `https://callivate.test`, to one on this machine. A relay goes the same way. */
  lead(from: string, to: string): void {
    this.ends.set(from, to);
  }

  /** What follows the origin stays as it is, character by character. */
  to(url: string): Road {
    const [origin = ''] = /^[a-z]+:\/\/[^/?#]+/.exec(url) ?? [];
    const end = this.ends.get(asHttp(origin));
    if (!end) return { url, headers: {} };
    const { protocol, host } = new URL(asHttp(origin));
    const scheme = origin.startsWith('ws') ? end.replace(/^http/, 'ws') : end;
    return {
      url: scheme + url.slice(origin.length),
      headers: { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) },
    };
  }
}

function asHttp(origin: string): string {
  return origin.replace(/^ws/, 'http');
}
