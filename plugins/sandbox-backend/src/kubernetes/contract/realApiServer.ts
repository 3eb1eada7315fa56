import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:https';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { ApiUnderTest } from './types';

interface Connection {
  readonly server: string;
  readonly caPem: string;
  readonly certPem: string;
  readonly keyPem: string;
}

/** As fetch, with a client certificate. */
function fetchWith(connection: Connection): typeof fetch {
  const agent = new Agent({
    ca: connection.caPem,
    cert: connection.certPem,
    key: connection.keyPem,
    keepAlive: true,
  });
  return (url, init = {}) =>
    new Promise((done, fail) => {
      const body = String(init.body ?? '');
      const outgoing = request(
        String(url),
        {
          agent,
          method: init.method ?? 'GET',
          headers: {
            ...(init.headers as Record<string, string>),
            // Node leaves it out for DELETE, and the body is lost.
            'content-length': Buffer.byteLength(body),
          },
          signal: init.signal ?? undefined,
        },
        incoming => {
          const stream = Readable.toWeb(incoming) as ReadableStream;
          done(new Response(stream, { status: incoming.statusCode }));
        },
      );
      outgoing.once('error', fail);
      outgoing.end(body);
    });
}

/** Starts a real API server of the binaries in KUBEBUILDER_ASSETS, by a script that runs it. */
export async function startRealApiServer(script: string): Promise<{
  api: ApiUnderTest;
  stop(): Promise<void>;
}> {
  const child = spawn(process.execPath, [script], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  child.stderr.on('data', chunk => errors.push(String(chunk)));
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => String(text)),
    once(child, 'exit').then(() => {
      throw new Error(`kube-apiserver did not start: ${errors.join('')}`);
    }),
  ]);
  const connection: Connection = JSON.parse(line);
  return {
    api: { url: connection.server, send: fetchWith(connection) },
    async stop() {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
