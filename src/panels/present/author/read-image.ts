/**
 * An image of the author's own, drawn anew on a canvas: what comes out is pixels, with no script of an SVG and no
 * place or device of a photograph's EXIF.
 */
import { imageForms, isDrawing, MOST_IMAGE_FILE, MOST_PIXELS } from '../../../domain/tour-image.ts';
import { MOST_IMAGE, type StopImage } from '../../../domain/tour-schema.ts';

export type ImageFault = 'not-image' | 'file-large' | 'too-many-pixels' | 'no-room';
export type ReadImage = { readonly image: StopImage } | { readonly fault: ImageFault };

/** @param room characters that the tour has left for images */
export async function readImage(file: Blob, room: number): Promise<ReadImage> {
  if (file.size > MOST_IMAGE_FILE) return { fault: 'file-large' };
  const url = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const { naturalWidth: width, naturalHeight: height } = picture;
    if (width === 0 || height === 0) return { fault: 'not-image' };
    if (width * height > MOST_PIXELS) return { fault: 'too-many-pixels' };
    return drawnAnew(picture, width, height, isDrawing(file.type), Math.min(room, MOST_IMAGE.one));
  } catch {
    return { fault: 'not-image' };
  } finally {
    URL.revokeObjectURL(url);
  }
}

function drawnAnew(source: CanvasImageSource, width: number, height: number, drawn: boolean, most: number): ReadImage {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2-D canvas');
  for (const form of imageForms(width, height, drawn)) {
    Object.assign(canvas, { width: form.width, height: form.height });
    context.imageSmoothingQuality = 'high';
    if (form.type === 'image/jpeg') {
      // What is clear would be black.
      context.fillStyle = '#fff';
      context.fillRect(0, 0, form.width, form.height);
    }
    context.drawImage(source, 0, 0, form.width, form.height);
    const data = canvas.toDataURL(form.type, form.quality);
    if (data.length > most || !data.startsWith(`data:${form.type};`)) continue;
    return { image: { data, width: form.width, height: form.height, alt: { zh: '', en: '' } } };
  }
  return { fault: 'no-room' };
}
