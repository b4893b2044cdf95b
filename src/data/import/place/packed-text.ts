/** Strings packed into one growing array of UTF-8. */
import type { PackedText } from '../../../domain/point-set.ts';
import { GrowingBytes, GrowingUint32 } from './growing.ts';

const encoder = new TextEncoder();
/** Longer text is encoded faster than letter by letter. */
const SHORT = 32;

export class PackedTextBuilder {
  private readonly bytes = new GrowingBytes();
  private readonly offsets = new GrowingUint32();

  constructor() {
    this.offsets.push(0);
  }
  push(text: string): void {
    if (text.length > SHORT || !this.bytes.pushAscii(text)) {
      // A UTF-16 unit takes three bytes of UTF-8 at most.
      const room = this.bytes.reserve(text.length * 3);
      this.bytes.length += encoder.encodeInto(text, room).written;
    }
    this.offsets.push(this.bytes.length);
  }
  finish(name: string): PackedText {
    return { kind: 'text', name, bytes: this.bytes.finish(), offsets: this.offsets.finish() };
  }
}
