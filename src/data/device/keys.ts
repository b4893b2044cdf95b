/** By itself, for the script that runs before everything and is small. */
export const CORRECTIONS_KEY = 'foshan-224-map.corrections';

/** Keys of all texts that this device keeps. What once was shipped is found again: a key never changes. */
export const DEVICE_KEYS = {
  corrections: CORRECTIONS_KEY,
  shortlist: 'foshan-224-map.shortlist',
  /** Says that the database of imported sets is not empty. */
  sets: 'foshan-224-map.sets',
  /** Addresses of sets on servers. */
  remote: 'foshan-224-map.remote',
  /** Order and switch of sets on servers. */
  remotePlaces: 'foshan-224-map.remote-places',
  /** Base maps of the user's own. */
  basemaps: 'foshan-224-map.basemaps',
  /** The user's key for 天地图: read by what asks for its tiles, and by nothing that leaves the device. */
  tiandituKey: 'foshan-224-map.tianditu-key',
  /** How strongly each base map is drawn. */
  /** Which base maps are drawn in grey. */
  basemapGreys: 'foshan-224-map.basemap-greys',
  basemapStrengths: 'foshan-224-map.basemap-strengths',
  /** Remarks and sketches, as GeoJSON. */
  sketches: 'foshan-224-map.sketches',
  characterKeys: 'foshan-224-map.character-keys',
  /** The letterhead of the investor's pack, and which offers are needed. */
  pack: 'foshan-224-map.pack',
  /** The datum or grid that the place under the pointer is told in. */
  pointerGrid: 'foshan-224-map.pointer-grid',
  /** The datum or grid that the place under the pointer is told in. */
} as const;
