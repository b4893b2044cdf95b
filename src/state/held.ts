/** State that others read part by part, and that changes through who holds it alone. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';

export interface Held<T> {
  readonly whole: ReadonlySignal<T>;
  /** One part of it; told of its own changes only. */
  part<K extends keyof T>(key: K): ReadonlySignal<T[K]>;
  set<K extends keyof T>(key: K, value: T[K]): void;
  /** Replaces some parts, in one step. */
  change(parts: Partial<T>): void;
}

/** What a slice of the state holds. Hand out its parts and keep `change`. */
export function held<T extends object>(first: T): Held<T> {
  const whole = signal(first);
  return {
    whole,
    part: (key) => computed(() => whole.value[key]),
    set(key, value) {
      if (whole.peek()[key] !== value) whole.value = { ...whole.peek(), [key]: value };
    },
    change(parts) {
      const before = whole.peek();
      for (const key in parts) {
        if (parts[key] === before[key]) continue;
        whole.value = { ...before, ...parts };
        return;
      }
    },
  };
}
