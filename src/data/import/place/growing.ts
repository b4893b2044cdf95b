/** Arrays of numbers that grow: doubling, then cut to length once. */

const START = 1024;

export class GrowingUint32 {
  private store = new Uint32Array(START);
  length = 0;

  push(value: number): void {
    if (this.length === this.store.length) {
      const wider = new Uint32Array(this.length * 2);
      wider.set(this.store);
      this.store = wider;
    }
    this.store[this.length++] = value;
  }
  at(index: number): number {
    return this.store[index] ?? 0;
  }
  finish(): Uint32Array<ArrayBuffer> {
    return this.store.slice(0, this.length);
  }
}

export class GrowingBytes {
  private store = new Uint8Array(START);
  length = 0;

  push(value: number): void {
    if (this.length === this.store.length) this.widen(1);
    this.store[this.length++] = value;
  }
  at(index: number): number {
    return this.store[index] ?? 0;
  }
  /** Room for `more` bytes from `length` on, to be written in place. */
  reserve(more: number): Uint8Array<ArrayBuffer> {
    if (this.length + more > this.store.length) this.widen(more);
    return this.store.subarray(this.length);
  }
  /** Short text, byte for byte: encoding it as others takes several times as long. False where a letter is not ASCII. */
  pushAscii(text: string): boolean {
    if (this.length + text.length > this.store.length) this.widen(text.length);
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 127) return false;
      this.store[this.length + at] = code;
    }
    this.length += text.length;
    return true;
  }
  private widen(more: number): void {
    const wider = new Uint8Array(Math.max(this.store.length * 2, this.length + more));
    wider.set(this.store.subarray(0, this.length));
    this.store = wider;
  }
  finish(): Uint8Array<ArrayBuffer> {
    return this.store.slice(0, this.length);
  }
}

export class GrowingFloat64 {
  private store = new Float64Array(START);
  length = 0;

  push(value: number): void {
    if (this.length === this.store.length) {
      const wider = new Float64Array(this.length * 2);
      wider.set(this.store);
      this.store = wider;
    }
    this.store[this.length++] = value;
  }
  at(index: number): number {
    return this.store[index] ?? Number.NaN;
  }
  finish(): Float64Array<ArrayBuffer> {
    return this.store.slice(0, this.length);
  }
}

export class GrowingFloat32 {
  private store = new Float32Array(START);
  length = 0;

  push(value: number): void {
    if (this.length === this.store.length) {
      const wider = new Float32Array(this.length * 2);
      wider.set(this.store);
      this.store = wider;
    }
    this.store[this.length++] = value;
  }
  finish(): Float32Array<ArrayBuffer> {
    return this.store.slice(0, this.length);
  }
}
