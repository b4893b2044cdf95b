/** Hands a file to the user, through an address of the page's own: nothing leaves the device. */

let lastUrl: string | null = null;

/** The address of the last file is kept until the next one, since some browsers read it late. */
export function download(name: string, content: BlobPart, type: string): void {
  if (lastUrl !== null) URL.revokeObjectURL(lastUrl);
  lastUrl = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = lastUrl;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
