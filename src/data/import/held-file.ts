/**
 * Files for a worker that can read none. In WebKit a worker of a page from disk has no origin, and no Blob is read
 * there, not even one that the worker made itself: the page reads the file, and the worker holds its bytes.
 */

/** A file on its way into a worker. */
export type SentFile = File | { readonly name: string; readonly bytes: ArrayBuffer };

/** Whether Blobs can be read where this runs. */
export function readsBlobs(): Promise<boolean> {
  return new Blob(['a']).arrayBuffer().then(
    () => true,
    () => false,
  );
}

/** A file as it can be read on the other side. */
export async function sentFile(file: File, isRead: boolean): Promise<SentFile> {
  return isRead ? file : { name: file.name, bytes: await file.arrayBuffer() };
}

export function receivedFile(sent: SentFile): File {
  return sent instanceof File ? sent : new HeldFile(new Uint8Array(sent.bytes), sent.name);
}

/** Bytes that are read like a file. What reads it asks for pieces, for all of it, or for a stream. */
export class HeldFile extends File {
  private readonly held: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>, name = '') {
    super([], name);
    this.held = bytes;
  }

  override get size(): number {
    return this.held.length;
  }

  override slice(from = 0, to = this.held.length): Blob {
    return new HeldFile(this.held.subarray(from, to));
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.held.slice().buffer);
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const { held } = this;
    return new ReadableStream({
      start(controller) {
        if (held.length > 0) controller.enqueue(held);
        controller.close();
      },
    });
  }

  override bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return Promise.resolve(this.held.slice());
  }

  override text(): Promise<string> {
    return Promise.resolve(new TextDecoder().decode(this.held));
  }
}
