/**
 * Names of the composed site icons. A point site is a filled badge in its group's shape; an area without a
 * boundary is a dashed ring, never a pin; what is placed coarsely is hollow with a dashed outline, or a dotted ring.
 */
import { THEMES, type Theme } from '../../domain/colours.ts';
import { FORMS, type Form } from '../../domain/glyphs.ts';
import { CLUSTER_OR_CROSS_IDS, type ClusterOrCross, KIND_GROUPS, type KindGroup } from '../../domain/vocabulary.ts';

export interface Icon {
  readonly theme: Theme;
  readonly cluster: ClusterOrCross;
  readonly group: KindGroup;
  readonly form: Form;
  /** Only the district is known. */
  readonly coarse: boolean;
  readonly selected: boolean;
}

export function iconId({ theme, cluster, group, form, coarse, selected }: Icon, sharpness = 1): string {
  const id = ['site', theme, cluster, group, form, coarse ? 'coarse' : 'fine', selected ? 'selected' : 'plain'].join(
    '/',
  );
  return sharpness === 1 ? id : `${id}@${sharpness}`;
}

let icons: ReadonlyMap<string, Icon> | null = null;

/** An icon is drawn finer where the scene is larger: whole steps, so that a window's every size makes no image of its own. */
export function sharpnessOf(scale: number): number {
  return Math.min(4, Math.max(1, Math.ceil(scale)));
}

/** The icon that an id names, or undefined for an id of something else; and how much finer it is drawn. */
export function iconOf(id: string): { readonly icon: Icon | undefined; readonly sharpness: number } {
  icons ??= new Map(everyIcon().map((icon) => [iconId(icon), icon]));
  const [name = '', sharpness = '1'] = id.split('@');
  return { icon: icons.get(name), sharpness: sharpnessOf(Number(sharpness) || 1) };
}

function everyIcon(): Icon[] {
  const flags = [false, true];
  return THEMES.flatMap((theme) =>
    CLUSTER_OR_CROSS_IDS.flatMap((cluster) =>
      KIND_GROUPS.flatMap((group) =>
        FORMS.flatMap((form) =>
          flags.flatMap((coarse) => flags.map((selected) => ({ theme, cluster, group, form, coarse, selected }))),
        ),
      ),
    ),
  );
}
