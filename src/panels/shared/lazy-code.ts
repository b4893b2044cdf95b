/** Code that comes on first need. It is no state: once it is there, it is there for everyone. */
export interface LazyCode<T> {
  readonly loaded: T | null;
  load(): Promise<T>;
}

export function lazyCode<T>(fetchCode: () => Promise<T>): LazyCode<T> {
  let code: T | null = null;
  return {
    get loaded() {
      return code;
    },
    async load() {
      code ??= await fetchCode();
      return code;
    },
  };
}
