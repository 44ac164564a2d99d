/** Where the address leads: `#/habits/<id>` to the habit's own page, everything else home. */
export function routeIn(hash) {
  const [, id] = /^#\/habits\/([\w-]+)$/.exec(hash) ?? [];
  return id ? { page: 'habit', habitId: id } : { page: 'home', habitId: null };
}

export function habitPath(id) {
  return `#/habits/${id}`;
}

/** Home is an address too, so that Back returns to a habit. */
export const HOME = '#/';
