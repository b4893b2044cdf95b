import { createServer } from 'node:http';
import { answer } from './serve-file.mjs';

const portsToTry = 20;

/**
 * Serves a folder of static files over HTTP, with the security headers of the product.
 *
 * @param {{ dir: string, port?: number, host?: string }} options `dir` is the folder; `port` 0 (the default) takes any
 *   free one, a taken port moves on to the next; `host` is loopback unless told otherwise
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} `url` ends with a slash
 * @throws {Error} when no port can be taken, or the host is not one of this machine
 */
export async function serve({ dir, port = 0, host = '127.0.0.1' }) {
  const bodies = new Map();
  const server = createServer((request, response) => {
    answer(dir, bodies, request, response).catch((error) => {
      console.error(`${request.url}: ${error instanceof Error ? error.message : error}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const taken = await listen(server, port, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`,
    port: taken,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import('node:http').Server} server
 * @param {number} first
 * @param {string} host
 * @returns {Promise<number>} the port taken: `first`, or the next free one after it
 */
async function listen(server, first, host) {
  for (let port = first; port < first + portsToTry && port <= 65535; port += 1) {
    const error = await attempt(server, port, host);
    if (!error) return addressPort(server);
    if (error.code !== 'EADDRINUSE') throw error;
  }
  throw new Error(`The ports from ${first} on are all taken.`);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<NodeJS.ErrnoException | undefined>} the error that kept the server from listening
 */
function attempt(server, port, host) {
  return new Promise((resolve) => {
    const failed = (/** @type {NodeJS.ErrnoException} */ error) => resolve(error);
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      resolve(undefined);
    });
  });
}

/** @param {import('node:http').Server} server */
function addressPort(server) {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no TCP address.');
  return address.port;
}
