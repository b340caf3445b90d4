/** What the portal answers, before anything is known of the connection. */
export type Answer = {
  readonly status: 200 | 301 | 302 | 303 | 400 | 403 | 404 | 410 | 413 | 429
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export const page = (body: { toString(): string }, status: Answer['status'] = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: body.toString(),
})

export const document = (contentType: string, body: { toString(): string }): Answer => ({
  status: 200,
  headers: { 'content-type': contentType },
  body: body.toString(),
})

export const redirect = (location: string, status: 301 | 302 | 303, vary?: string): Answer => ({
  status,
  headers: { location, ...(vary === undefined ? {} : { vary }) },
  body: '',
})
