# One image for both processes; the command says which:
#   docker run encore                                                  the web process, on $PORT
#   docker run encore node --import tsx app/runner/main.ts             the runner
#   docker run encore node node_modules/prisma/build/index.js migrate deploy
FROM node:24-slim AS build
WORKDIR /encore
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node scripts/run.mjs build

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /encore
COPY --from=build --chown=node:node /encore .
USER node
CMD ["node", "--import", "tsx", "app/server.ts"]
