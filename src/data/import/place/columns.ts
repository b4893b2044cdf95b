/**
 * A column of a file as it grows, in the least room that keeps it as it came: numbers while every cell is
 * one, a dictionary while few values repeat, packed text otherwise. Nothing is rounded or reworded on the way.
 */
import type { CodedText, Column, PackedText } from '../../../domain/point-set.ts';
import type { Cell } from '../types.ts';
import { GrowingBytes, GrowingFloat64, GrowingUint32 } from './growing.ts';
import { PackedTextBuilder } from './packed-text.ts';

/** At most fifteen digits: such a number goes into a double and back without loss. */
const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.(\d{1,14}))?$/;
/** In `decimals`: the number came as a number, or the cell is empty. */
const AS_NUMBER = 255;
const EMPTY = 254;
const MAX_VALUES = 20_000;

class NumberStore {
  readonly values = new GrowingFloat64();
  readonly decimals = new GrowingBytes();

  /** False where the cell is no number that can be kept. */
  push(cell: Cell): boolean {
    if (cell === null || cell === '') {
      this.values.push(Number.NaN);
      this.decimals.push(EMPTY);
      return true;
    }
    if (typeof cell === 'number') {
      this.values.push(cell);
      this.decimals.push(AS_NUMBER);
      return true;
    }
    const match = PLAIN.exec(cell);
    if (match === null || cell.length > 17 || cell === '-0') return false;
    this.values.push(Number(cell));
    this.decimals.push(match[1]?.length ?? 0);
    return true;
  }
  /** The cell as it came. */
  text(row: number): string {
    const decimals = this.decimals.at(row);
    if (decimals === EMPTY) return '';
    const value = this.values.at(row);
    return decimals === AS_NUMBER ? String(value) : value.toFixed(decimals);
  }
}

class CodedStore {
  private readonly index = new Map<string, number>();
  readonly values: string[] = [];
  readonly codes = new GrowingUint32();

  /** False where the column has too many different values to be worth a dictionary. */
  push(text: string): boolean {
    let code = this.index.get(text);
    if (code === undefined) {
      if (this.values.length >= MAX_VALUES) return false;
      code = this.values.length;
      this.values.push(text);
      this.index.set(text, code);
    }
    this.codes.push(code);
    return true;
  }
}

export class ColumnBuilder {
  private numbers: NumberStore | null = new NumberStore();
  private coded: CodedStore | null = null;
  private packed: PackedTextBuilder | null = null;
  count = 0;

  /** @param behind rows that came before the column was first seen. */
  constructor(behind = 0) {
    for (let row = 0; row < behind; row++) this.push(null);
  }

  push(raw: Cell): void {
    const cell = typeof raw === 'string' ? raw.trim() : raw;
    if (this.numbers !== null) {
      if (this.numbers.push(cell)) {
        this.count++;
        return;
      }
      this.toCoded(this.numbers);
    }
    this.pushText(cell === null ? '' : String(cell));
    this.count++;
  }

  private pushText(text: string): void {
    if (this.coded !== null && !this.coded.push(text)) this.toPacked(this.coded);
    this.packed?.push(text);
  }

  private toCoded(numbers: NumberStore): void {
    this.numbers = null;
    this.coded = new CodedStore();
    for (let row = 0; row < this.count; row++) this.pushText(numbers.text(row));
  }

  private toPacked({ values, codes }: CodedStore): void {
    this.coded = null;
    this.packed = new PackedTextBuilder();
    for (let row = 0; row < codes.length; row++) this.packed.push(values[codes.at(row)] ?? '');
  }

  /** The column; an empty one is text, not a column of missing numbers. */
  finish(name: string): Column {
    if (this.numbers !== null) {
      const values = this.numbers.values.finish();
      if (values.some((value) => !Number.isNaN(value))) return { kind: 'number', name, values };
    }
    return this.finishText(name);
  }

  /** As text in any case, for what is a name. */
  finishText(name: string): CodedText | PackedText {
    if (this.numbers !== null) this.toCoded(this.numbers);
    if (this.packed !== null) return this.packed.finish(name);
    return {
      kind: 'coded',
      name,
      codes: this.coded?.codes.finish() ?? new Uint32Array(),
      values: this.coded?.values ?? [],
    };
  }
}
