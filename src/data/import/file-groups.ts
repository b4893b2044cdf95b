/** Files that came together: the parts of a Shapefile are one, every other file is its own. */

export interface FileGroup {
  readonly file: File;
  /** Files that belong to it: .dbf, .prj and .cpg of a .shp. */
  readonly beside: readonly File[];
}

const PART = /\.(dbf|shx|prj|cpg|cst|sbn|sbx|qix|qpj|shp\.xml)$/i;
const SHP = /\.shp$/i;

const stemOf = (name: string) => name.replace(PART, '').replace(SHP, '').toLowerCase();

/** In the order in which they came, each Shapefile where its .shp stood. */
export function groupFiles(files: readonly File[]): FileGroup[] {
  const stems = new Set(files.filter(({ name }) => SHP.test(name)).map(({ name }) => stemOf(name)));
  const isBeside = ({ name }: File) => PART.test(name) && stems.has(stemOf(name));
  return files
    .filter((file) => !isBeside(file))
    .map((file) => ({
      file,
      beside: SHP.test(file.name)
        ? files.filter((each) => isBeside(each) && stemOf(each.name) === stemOf(file.name))
        : [],
    }));
}
