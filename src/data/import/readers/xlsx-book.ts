/** The parts of a workbook besides its rows: sheets, shared strings, and what its formats show. */
import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';
import {
  type Fineness,
  finenessByCode,
  finenessByNumber,
  type Shown,
  shownByCode,
  shownByNumber,
} from './xlsx-times.ts';
import { xmlText } from './xml-decode.ts';
import { type Attributes, attribute, type XmlHandler, XmlStream } from './xml-stream.ts';
import { memberChunks, type ZipMember } from './zip.ts';

export interface BookSheet {
  readonly name: string;
  /** Not shown by Excel, whether the user can show it or only a program. */
  readonly hidden: boolean;
  readonly member: ZipMember;
}

export interface Book {
  readonly sheets: readonly BookSheet[];
  readonly strings: readonly string[];
  /** By style index: what the number is shown as. */
  readonly styles: readonly Shown[];
  /** By style index: what is shown of a date. */
  readonly fineness: readonly Fineness[];
  /** Days are counted from 1904. */
  readonly from1904: boolean;
}

/** Runs a handler over a member of the archive. */
export async function readXml(member: ZipMember, handler: XmlHandler, limit: number): Promise<void> {
  const stream = new XmlStream(handler);
  for await (const text of xmlText(memberChunks(member, limit))) stream.push(text);
  stream.end();
}

const none = (): void => undefined;

/** Text of `<si>` or `<is>`: its runs joined, the phonetic guides left out. */
export class RichText {
  private inText = false;
  private phonetic = 0;
  text = '';
  open(name: string): void {
    if (name === 'rPh') this.phonetic++;
    this.inText = name === 't' && this.phonetic === 0;
  }
  close(name: string): void {
    if (name === 'rPh') this.phonetic--;
    if (name === 't') this.inText = false;
  }
  add(text: string): void {
    if (this.inText && this.text.length <= LIMITS.cellChars) this.text += text;
  }
}

/** Excel writes characters that XML cannot hold as `_xHHHH_`. */
export const unescapeExcel = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

async function readStrings(member: ZipMember): Promise<string[]> {
  const strings: string[] = [];
  let item: RichText | null = null;
  const handler: XmlHandler = {
    open(name) {
      if (name === 'si') item = new RichText();
      else item?.open(name);
    },
    close(name) {
      if (name === 'si' && item !== null) {
        strings.push(unescapeExcel(item.text));
        item = null;
      } else item?.close(name);
    },
    text: (text) => item?.add(text),
  };
  await readXml(member, handler, LIMITS.memberBytes);
  return strings;
}

async function readStyles(member: ZipMember): Promise<Pick<Book, 'styles' | 'fineness'>> {
  const codes = new Map<number, string>();
  const styles: Shown[] = [];
  const fineness: Fineness[] = [];
  let inCells = false;
  await readXml(
    member,
    {
      open(name, attributes) {
        if (name === 'cellXfs') inCells = true;
        if (name === 'numFmt') {
          codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
        }
        if (name === 'xf' && inCells) {
          const id = Number(attribute(attributes, 'numFmtId') ?? 0);
          const code = codes.get(id);
          styles.push(code === undefined ? shownByNumber(id) : shownByCode(code));
          fineness.push(code === undefined ? finenessByNumber(id) : finenessByCode(code));
        }
      },
      close(name) {
        if (name === 'cellXfs') inCells = false;
      },
      text: none,
    },
    LIMITS.memberBytes,
  );
  return { styles, fineness };
}

/** Target of a relationship as a path within the archive. */
function resolved(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = base.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

/** @throws ImportError where the workbook has no sheet or its parts are missing. */
export async function readBook(members: readonly ZipMember[]): Promise<Book> {
  const find = (path: string) => members.find(({ name }) => name.toLowerCase() === path.toLowerCase());
  const book = 'xl/workbook.xml';
  const main = find(book);
  if (main === undefined) throw new ImportError('xlsx-damaged', { what: book });
  const targets = new Map<string, { type: string; path: string }>();
  const relations = find('xl/_rels/workbook.xml.rels');
  if (relations !== undefined) {
    const open = (name: string, attributes: Attributes): void => {
      if (name !== 'Relationship') return;
      const path = resolved(book, attribute(attributes, 'Target') ?? '');
      const type = attribute(attributes, 'Type')?.split('/').at(-1) ?? '';
      targets.set(attribute(attributes, 'Id') ?? '', { type, path });
    };
    await readXml(relations, { open, close: none, text: none }, LIMITS.memberBytes);
  }
  const ofType = (type: string) => find([...targets.values()].find((target) => target.type === type)?.path ?? '');
  const sheets: BookSheet[] = [];
  let from1904 = false;
  const open = (name: string, attributes: Attributes): void => {
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const target = targets.get(attribute(attributes, 'id') ?? '');
    const member = target?.type === 'worksheet' ? find(target.path) : undefined;
    if (member === undefined) return;
    const hidden = /^(very)?hidden$/i.test(attribute(attributes, 'state') ?? '');
    sheets.push({ name: attribute(attributes, 'name') ?? '', hidden, member });
  };
  await readXml(main, { open, close: none, text: none }, LIMITS.memberBytes);
  if (sheets.length === 0) throw new ImportError('no-sheet');
  const strings = ofType('sharedStrings');
  const styles = ofType('styles');
  return {
    sheets,
    strings: strings === undefined ? [] : await readStrings(strings),
    ...(styles === undefined ? { styles: [], fineness: [] } : await readStyles(styles)),
    from1904,
  };
}
