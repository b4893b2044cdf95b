/**
 * How a worker is started. Whoever starts one imports its address (`./worker.ts?worker&url`) and hands it over here.
 * In the deployed product it is a module in a file with a hashed name. In the one-file edition the address stands for
 * text in the page, and workers are classic scripts: a page read from disk has no origin, and not every browser lets
 * such a page start a module.
 */
const IN_ONE_FILE = import.meta.env.MODE === 'onefile';

export function startWorker(address: string, name: string): Worker {
  return new Worker(address, { type: IN_ONE_FILE ? 'classic' : 'module', name });
}

/** For MapLibre, which starts its workers itself and takes an address that ends like this for a classic script. */
export function mapWorkerAddress(address: string): string {
  return IN_ONE_FILE ? `${address}#.cjs` : address;
}
