/** A problem as the service reports it (RFC 9457), or what the browser says where no service answered. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string | undefined;
  readonly remedy: string | undefined;

  constructor(message: string, status: number, code?: string, remedy?: string) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.remedy = remedy;
  }
}

async function answer<Body>(response: Response): Promise<Body> {
  if (response.ok) return (await response.json()) as Body;
  const problem = (await response.json().catch(() => ({}))) as {
    title?: string;
    detail?: string;
    code?: string;
    remedy?: string;
  };
  const { title, detail, code, remedy } = problem;
  throw new Problem(detail ?? title ?? response.statusText, response.status, code, remedy);
}

async function send(path: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch {
    throw new Problem('The service does not answer.', 0, 'offline');
  }
}

/** Reads `/v1` addresses; parameters without value are left out. */
export async function get<Body>(
  path: string,
  parameters: Readonly<Record<string, string | undefined>> = {},
  signal?: AbortSignal,
): Promise<Body> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value);
  const text = query.toString();
  return answer<Body>(await send(`/v1/${path}${text ? `?${text}` : ''}`, signal ? { signal } : {}));
}

export async function post<Body>(path: string, body: unknown, signal?: AbortSignal): Promise<Body> {
  const init: RequestInit = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return answer<Body>(await send(`/v1/${path}`, signal ? { ...init, signal } : init));
}

/** Asks the service to forget what stands at an address. */
export async function remove<Body>(path: string): Promise<Body> {
  return answer<Body>(await send(`/v1/${path}`, { method: 'DELETE' }));
}
