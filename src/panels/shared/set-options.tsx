/** The user's own sets as the choices of a select, by their ids. */
import type { ImportedSet } from '../../state/imports/imported-set.ts';

export function SetOptions({ sets }: { readonly sets: readonly Pick<ImportedSet, 'id' | 'look'>[] }) {
  return (
    <>
      {sets.map(({ id, look }) => (
        <option key={id} value={id}>
          {look.name}
        </option>
      ))}
    </>
  );
}
