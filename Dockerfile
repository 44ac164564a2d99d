# Callivate against a PostgreSQL of your own. The embedded one and npm's own Node are optional packages: they stay out.
# docs/deployment.md says how to run it; `npm run test:image` carries out these steps and starts the result.

FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=optional --ignore-scripts --no-audit --no-fund
COPY nest-cli.json tsconfig.json tsconfig.build.json ormconfig.ts ./
COPY src ./src
RUN npm run build && npm prune --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:26-slim
LABEL org.opencontainers.image.title="Callivate" \
  org.opencontainers.image.description="Phones people at the moment a habit is due"
ENV NODE_ENV=production PORT=3000 AUTH_DEV_ENABLED=false
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY public ./public
ARG COMMIT=""
ENV COMMIT=$COMMIT
LABEL org.opencontainers.image.revision=$COMMIT
# By number, so that Kubernetes can see that it is not root; it is the image's own `node`. Nothing is written anywhere.
USER 1000:1000
EXPOSE 3000
# Process 1 is node itself: it handles SIGTERM, and starts no child that would have to be reaped.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "-e", \
  "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
