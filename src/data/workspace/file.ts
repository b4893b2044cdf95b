/**
 * The workspace file: a ZIP with `workspace.json` first, which names every other file in it, part by part, with its length
 * and digest. docs: "The workspace file" in src/README.md.
 */
import { BlobWriter, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { pacedDigest } from '../../domain/digest.ts';
import { parseAs, problemsOf } from '../../domain/schema/parse.ts';
import { WORKSPACE_FORMAT, WORKSPACE_SCHEMA, WorkspaceHead, WorkspaceManifest } from '../../domain/schema/workspace.ts';
import { memberBytes, readDirectory, type ZipMember } from '../import/readers/zip.ts';

export const MANIFEST_NAME = 'workspace.json';
/** One set may fill more than a file of strangers' may unpack to. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** One file of a part, made when it is asked for. */
export interface PartFile {
  /** Within the folder of its part. */
  readonly name: string;
  bytes(): Uint8Array<ArrayBuffer>;
  /** What stands for its content: as long as it is the same object, the bytes are the same. Null where nothing does. */
  readonly of: object | null;
}

/** What is kept of one kind. */
export interface PartFiles {
  readonly id: string;
  readonly version: number;
  readonly files: readonly PartFile[];
}

/** A part as it is read: the same, with the bytes there. */
export interface ReadPart {
  readonly id: string;
  readonly version: number;
  readonly files: readonly ReadFile[];
}
export interface ReadFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type Manifest = WorkspaceManifest;
export type ManifestHead = Pick<Manifest, 'saved' | 'data' | 'address'>;

/** Why a file is not opened. What is wrong with the archive itself is an `ImportError`. */
export class WorkspaceFault extends Error {
  readonly kind:
    | 'not-a-workspace'
    | 'later'
    | 'no-snapshot'
    | 'no-register'
    | 'no-older-register'
    | 'file-missing'
    | 'file-damaged'
    | 'part-unreadable';
  /** The file or part that it is about; of `later` the number of its schema. */
  readonly what: string;
  readonly reason: string;
  constructor(kind: WorkspaceFault['kind'], what = '', reason = '') {
    super(`${kind} ${what} ${reason}`);
    this.name = 'WorkspaceFault';
    this.kind = kind;
    this.what = what;
    this.reason = reason;
  }
}

/** Digests of contents that were met before. */
export type Digests = WeakMap<object, { readonly bytes: number; readonly digest: string }>;

/** The manifest of parts, each in a folder of its own; a content that was not met before is made once for it. */
export async function manifestOf(head: ManifestHead, parts: readonly PartFiles[], digests: Digests): Promise<Manifest> {
  const folders = new Set<string>();
  const named: Manifest['parts'][number][] = [];
  for (const { id, version, files } of parts) {
    let folder = id;
    // One of a newer version may be called as one of ours.
    for (let n = 2; folders.has(folder); n++) folder = `${id}-${n}`;
    folders.add(folder);
    const all: Manifest['parts'][number]['files'][number][] = [];
    for (const file of files) all.push({ name: file.name, ...(await stated(file, digests)) });
    named.push({ id, version, folder, files: all });
  }
  return { format: WORKSPACE_FORMAT, schema: WORKSPACE_SCHEMA, ...head, parts: named };
}

async function stated({ of, bytes: make }: PartFile, digests: Digests) {
  const known = of === null ? undefined : digests.get(of);
  if (known !== undefined) return known;
  const bytes = make();
  const now = { bytes: bytes.length, digest: await pacedDigest(bytes) };
  if (of !== null) digests.set(of, now);
  return now;
}

export async function workspaceFile(head: ManifestHead, parts: readonly PartFiles[], digests: Digests): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter('application/zip'));
  const put = (name: string, bytes: Uint8Array<ArrayBuffer>) => zip.add(name, new Uint8ArrayReader(bytes));
  const manifest = await manifestOf(head, parts, digests);
  // First, so that the file is known by how it begins.
  await put(MANIFEST_NAME, new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
  for (const [at, { files }] of parts.entries()) {
    const folder = manifest.parts[at]?.folder ?? '';
    for (const { name, bytes } of files) await put(`${folder}/${name}`, bytes());
  }
  return zip.close();
}

const LOCAL_HEADER = [0x50, 0x4b, 0x03, 0x04];
const NAME_AT = 30;

/** Whether a file begins as a workspace does, or, packed anew by somebody, is an archive that has its manifest. */
export async function isWorkspaceFile(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, NAME_AT + MANIFEST_NAME.length).arrayBuffer());
  if (!LOCAL_HEADER.every((byte, at) => head[at] === byte)) return false;
  if (new TextDecoder().decode(head.subarray(NAME_AT)) === MANIFEST_NAME) return true;
  try {
    return (await readDirectory(file)).some(({ name }) => name === MANIFEST_NAME);
  } catch {
    return false;
  }
}

/** The manifest and what it names, each with the digest that it states. @throws WorkspaceFault, ImportError */
export async function readWorkspaceFile(
  file: Blob,
): Promise<{ readonly manifest: Manifest; readonly parts: readonly ReadPart[] }> {
  const members = new Map((await readDirectory(file)).map((member): [string, ZipMember] => [member.name, member]));
  const first = members.get(MANIFEST_NAME);
  if (first === undefined) throw new WorkspaceFault('not-a-workspace');
  const manifest = manifestIn(new TextDecoder().decode(await memberBytes(first)));
  const parts: ReadPart[] = [];
  for (const { id, version, folder, files } of manifest.parts) {
    const read: ReadFile[] = [];
    for (const { name, bytes: length, digest } of files) {
      const path = `${folder}/${name}`;
      const member = members.get(path);
      if (member === undefined) throw new WorkspaceFault('file-missing', path);
      const bytes = await memberBytes(member, MOST_BYTES);
      if (bytes.length !== length || (await pacedDigest(bytes)) !== digest)
        throw new WorkspaceFault('file-damaged', path);
      read.push({ name, bytes });
    }
    parts.push({ id, version, files: read });
  }
  return { manifest, parts };
}

function manifestIn(text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new WorkspaceFault('file-damaged', MANIFEST_NAME);
  }
  if (problemsOf(WorkspaceHead, value).length > 0) throw new WorkspaceFault('not-a-workspace');
  const { schema } = parseAs(WorkspaceHead, value, MANIFEST_NAME);
  if (schema > WORKSPACE_SCHEMA) throw new WorkspaceFault('later', String(schema));
  const [problem] = problemsOf(WorkspaceManifest, value);
  if (problem !== undefined) throw new WorkspaceFault('part-unreadable', MANIFEST_NAME, problem);
  return parseAs(WorkspaceManifest, value, MANIFEST_NAME);
}
