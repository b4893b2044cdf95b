/** Pictures of the map about some sites: drawn out of sight, so that the shown map stays as it is. */
import { useEffect, useState } from 'preact/hooks';
import { type Bbox, METRES_PER_DEGREE } from '../../domain/position.ts';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import type { MapPicture, MapPort } from '../../state/map-port.ts';

export interface SitePicture {
  readonly picture: MapPicture;
  /** Address of the image; whoever shows it frees it. */
  readonly url: string;
}

/** Half the side of the ground around a point whose error is small, metres. */
const LEAST_GROUND_M = 3500;
/** Air around a radius or between sites and the frame, as a share. */
const AIR = 1.35;
/** Room for names at the edge of a picture of several, as a share of its ground. */
const NAMES = 0.12;

/** The ground that shows some sites with their radii; null where none has a point. Degrees. */
export function groundOf(sites: readonly Pick<Site, 'position' | 'radiusM'>[]): Bbox | null {
  const boxes = sites.flatMap(({ position, radiusM }): Bbox[] => {
    if (position === null) return [];
    const reach = Math.max(LEAST_GROUND_M, (radiusM ?? 0) * AIR);
    const [lng, lat] = position;
    const dLat = reach / METRES_PER_DEGREE;
    const dLng = dLat / Math.cos((lat * Math.PI) / 180);
    return [[lng - dLng, lat - dLat, lng + dLng, lat + dLat]];
  });
  const [first, ...others] = boxes;
  if (first === undefined) return null;
  const [west, south, east, north] = others.reduce<Bbox>(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    first,
  );
  if (others.length === 0) return first;
  // Names stand beside their symbols.
  const [air, rise] = [(east - west) * NAMES, (north - south) * NAMES];
  return [west - air, south - rise, east + air, north + rise];
}

interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

/** Null where no site has a point. Rejects where the browser cannot draw. Size in CSS pixels. */
export async function takePicture(
  map: MapPort,
  sites: readonly Site[],
  { width, height, pixelRatio }: PictureSize,
): Promise<SitePicture | null> {
  const box = groundOf(sites);
  if (box === null) return null;
  const focus = { sites: sites.map(({ id }) => id), box };
  const picture = await map.picture({ size: { width, height }, pixelRatio, focus });
  const blob = await new Promise<Blob | null>((resolve) => picture.canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the browser made no PNG');
  return { picture, url: URL.createObjectURL(blob) };
}

export type Shots = ReadonlyMap<string, SitePicture | 'none' | 'failed'>;

/** One picture for each group of sites, drawn one after the other; a group without a point has none. */
export function useSitePictures(
  groups: readonly (readonly Site[])[],
  size: PictureSize,
): { readonly shots: Shots; readonly keyOf: (sites: readonly Site[]) => string } {
  const { map, i18n } = useApp();
  const [shots, setShots] = useState<Shots>(new Map());
  const { lang } = i18n.value;
  const port = map.value;
  const keyOf = (sites: readonly Site[]) => `${lang} ${sites.map(({ id }) => id).join()}`;
  const wanted = groups.map(keyOf).join(' | ');
  useEffect(() => {
    if (port === null) return;
    const life = { gone: false };
    const isGone = () => life.gone;
    const urls: string[] = [];
    const draw = async () => {
      for (const sites of groups) {
        const shot = await takePicture(port, sites, size).catch(() => 'failed' as const);
        if (shot !== null && shot !== 'failed') urls.push(shot.url);
        if (isGone()) break;
        setShots((before) => new Map(before).set(keyOf(sites), shot ?? 'none'));
      }
      if (isGone()) for (const url of urls) URL.revokeObjectURL(url);
    };
    setShots(new Map());
    void draw();
    return () => {
      life.gone = true;
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, [wanted, port, size.width, size.height]);
  return { shots, keyOf };
}
