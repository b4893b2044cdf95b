/** Pictures of the map for the sheets of a print, drawn one after the other. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { messageOf } from '../../domain/error-message.ts';
import type { LngLat } from '../../domain/position.ts';
import { useApp } from '../../state/app.ts';
import type { MapPicture, PictureFocus } from '../../state/map-port.ts';
import { type Extent, trueFrame } from '../paper/map/true-scale.ts';
import { mmToPx } from '../paper/paper-size.ts';

/** About 240 dots an inch. */
const PIXEL_RATIO = 2.5;

/** What one sheet shows. */
export interface Shot {
  /** Two with one key are one picture. */
  readonly key: string;
  /** Of the frame on paper, mm. */
  readonly frame: Extent;
  /** Where and how large; null as the map shows it. */
  readonly look: { readonly centre: LngLat; readonly denominator: number } | null;
  /** Sites that it is about; null shows what the map shows. */
  readonly focus: PictureFocus | null;
  readonly gridded: boolean;
}

export interface Taken {
  readonly shot: Shot;
  readonly picture: MapPicture;
  readonly url: string;
  /** How large the picture is on paper, mm. */
  readonly paper: Extent;
}

interface Shots {
  /** The keys of the shots. */
  readonly of: string;
  readonly taken: readonly Taken[];
  /** All are there. */
  readonly done: boolean;
  readonly failed: string | null;
}

const noneOf = (of: string): Shots => ({ of, taken: [], done: false, failed: null });

/** Draws the shots, anew when one of them changes. */
export function useShots(shots: readonly Shot[]): Shots {
  const { map } = useApp();
  const [found, setFound] = useState(noneOf(''));
  const keys = shots.map(({ key }) => key).join('\n');
  // One map is drawn at a time, and of what was asked for meanwhile the last.
  const before = useRef(Promise.resolve());
  useEffect(() => {
    const life = { gone: false };
    const isGone = () => life.gone;
    const urls: string[] = [];
    setFound(noneOf(keys));
    const draw = async () => {
      const port = map.peek();
      if (port === null) return;
      const taken: Taken[] = [];
      for (const shot of shots) {
        if (isGone()) return;
        const { size, ground, paper } = askedOf(shot);
        const picture = await port.picture({
          ...{ size, pixelRatio: PIXEL_RATIO, gridded: shot.gridded },
          ...(ground === null ? {} : { ground }),
          ...(shot.focus === null ? {} : { focus: shot.focus }),
        });
        const blob = await new Promise<Blob | null>((resolve) => picture.canvas.toBlob(resolve, 'image/png'));
        if (isGone()) return;
        if (blob === null) throw new Error('the browser made no PNG');
        // What the page shows is the file: the canvas is large.
        Object.assign(picture.canvas, { width: 1, height: 1 });
        const url = URL.createObjectURL(blob);
        urls.push(url);
        taken.push({ shot, picture, url, paper });
        setFound({ of: keys, taken: [...taken], done: taken.length === shots.length, failed: null });
      }
    };
    before.current = before.current.then(draw).catch((error: unknown) => {
      if (!isGone()) setFound((so) => ({ ...so, failed: messageOf(error) }));
    });
    return () => {
      life.gone = true;
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, [keys]);
  return found.of === keys ? found : noneOf(keys);
}

function askedOf({ frame, look }: Shot) {
  if (look === null)
    return { size: { width: mmToPx(frame.width), height: mmToPx(frame.height) }, ground: null, paper: frame };
  const { size, metresPerPixel, paper } = trueFrame(frame, look.denominator, look.centre[1]);
  return { size, ground: { centre: look.centre, metresPerPixel }, paper };
}
