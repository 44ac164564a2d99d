import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ADA } from './script';

export const ENTRANCE = '/demo';

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Callivate: ${ADA.name}'s month</title>
<p>Opening ${ADA.name}'s phone…</p>
<script type="module" src="${ENTRANCE}/enter.js"></script>
</html>`;

/** Signs in by the page's own means, so that whoever watches has nothing to type. */
const ENTER = `import { signIn } from '/app/session.js';
await signIn(${JSON.stringify(ADA)});
location.replace('/');
`;

/** The way in for whoever watches: one address that opens the usual page on Ada's account. */
export function addEntrance(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.get(ENTRANCE, (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  server.get(`${ENTRANCE}/enter.js`, (_request, reply) => reply.type('text/javascript; charset=utf-8').send(ENTER));
}
