/** Licences of the packages whose code ships, as the build writes them. */
import * as v from 'valibot';

export const PackageLicence = v.strictObject({
  name: v.string(),
  version: v.string(),
  /** SPDX expression. */
  licence: v.string(),
  /** The notice that the licence asks to go with the code. */
  text: v.string(),
});
export type PackageLicence = v.InferOutput<typeof PackageLicence>;

export const PackageLicences = v.array(PackageLicence);
export type PackageLicences = v.InferOutput<typeof PackageLicences>;
