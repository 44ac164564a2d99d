const USUAL_SIZE = 50;
const LARGEST_SIZE = 1000;

/**
 * One page of a list as the first API of Twilio gives it. A page goes on after the thing its token names, so that what comes in
 * meanwhile shifts nothing.
 */
export function page<Thing extends { sid: string }>(
  things: Thing[],
  name: string,
  shape: (thing: Thing) => unknown,
  { pathname, searchParams }: URL,
): Record<string, unknown> {
  const size = Math.min(Number(searchParams.get('PageSize') ?? USUAL_SIZE), LARGEST_SIZE);
  const token = searchParams.get('PageToken');
  const from = token ? things.findIndex(({ sid }) => `PA${sid}` === token) + 1 : 0;
  const shown = things.slice(from, from + size);
  const number = Number(searchParams.get('Page') ?? 0);
  const rest = things.length > from + size;
  return {
    [name]: shown.map(shape),
    page: number,
    page_size: size,
    start: from,
    end: Math.max(from, from + shown.length - 1),
    uri: pathname + (searchParams.size ? `?${searchParams}` : ''),
    first_page_uri: uriOf(pathname, searchParams, { PageSize: String(size), Page: '0' }),
    previous_page_uri: null,
    next_page_uri: rest
      ? uriOf(pathname, searchParams, {
          PageSize: String(size),
          Page: String(number + 1),
          PageToken: `PA${shown.at(-1)!.sid}`,
        })
      : null,
  };
}

/** One page of the newer APIs, which say the same in `meta`; all fits on it. */
export function onlyPage(shapes: unknown[], key: string, url: URL): Record<string, unknown> {
  const meta = { key, page: 0, page_size: USUAL_SIZE, url: url.href, first_page_url: url.href };
  return { [key]: shapes, meta: { ...meta, previous_page_url: null, next_page_url: null } };
}

function uriOf(pathname: string, asked: URLSearchParams, place: Record<string, string>): string {
  const query = new URLSearchParams(asked);
  query.delete('PageToken');
  for (const [name, value] of Object.entries(place)) query.set(name, value);
  return `${pathname}?${query}`;
}
