FROM node:24-slim AS build
WORKDIR /leadlog
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npx nx run-many -t build -p api web

FROM node:24-slim AS packages
WORKDIR /leadlog
COPY package.json package-lock.json .npmrc ./
# The optional packages bring Node itself, which the image has already.
RUN npm ci --omit=dev --omit=optional

FROM node:24-slim
WORKDIR /leadlog
ENV NODE_ENV=production
COPY --from=packages /leadlog/node_modules node_modules
COPY --from=build /leadlog/dist/apps dist/apps
COPY package.json LICENSE ./
RUN mkdir data && chown node:node data
USER node
VOLUME /leadlog/data
EXPOSE 3000
# It asks under a name that is answered, whichever those are.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "--eval", "require('http').get({ host: '127.0.0.1', port: process.env.PORT || 3000, path: '/health/ready', headers: { host: (process.env.ALLOWED_HOSTS || 'localhost').split(',')[0].trim() } }, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
# It listens on 127.0.0.1 of the container until HOST says otherwise: see docker-compose.yml.
CMD ["node", "--max-semi-space-size=16", "dist/apps/api/main.mjs"]
