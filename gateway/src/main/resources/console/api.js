// How the console talks to the platform: JSON in and out, problem documents as errors.

export class Problem extends Error {
  constructor(status, body = {}, retryAfter = null) {
    super(body.detail ?? body.title ?? String(status));
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
  }
}

const csrfToken = () => document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1] ?? '';

async function send(method, path, body, headers = {}) {
  const form = body instanceof URLSearchParams;
  let answer;
  try {
    answer = await fetch(path, {
      method,
      body: body === undefined || form ? body : JSON.stringify(body),
      headers: {
        Accept: 'application/json, application/problem+json',
        ...(body === undefined || form ? {} : {'Content-Type': 'application/json'}),
        ...(method === 'GET' ? {} : {'X-XSRF-TOKEN': decodeURIComponent(csrfToken())}),
        ...headers,
      },
    });
  } catch {
    throw new Problem(0, {title: 'offline'});
  }
  const json = answer.headers.get('Content-Type')?.includes('json') ? await answer.json().catch(() => ({})) : {};
  if (answer.ok) {
    return json;
  }
  if (answer.status === 401 && path !== '/login') {
    location.assign(`/login${location.hash}`);
  }
  throw new Problem(answer.status, json, Number(answer.headers.get('Retry-After')) || null);
}

export const get = (path, query = {}) => {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));
  return send('GET', search.size ? `${path}?${search}` : path);
};
export const post = (path, body, headers) => send('POST', path, body, headers);
export const put = (path, body, headers) => send('PUT', path, body, headers);
export const remove = (path, headers) => send('DELETE', path, undefined, headers);

/** Sends a command that is carried out only if the complaint is still as the person saw it. */
export const command = (complaint, name, body) =>
  post(`/api/complaints/${encodeURIComponent(complaint.id)}/${name}`, body, {'If-Match': `"${complaint.version}"`});
