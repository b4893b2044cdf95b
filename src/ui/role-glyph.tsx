/** How a bracket names a unit, as a shape: a disc is first, a ring is listed, two rings are joint. */
import type { UnitRole } from '../domain/vocabulary.ts';

export function RoleGlyph({ role }: { readonly role: UnitRole }) {
  return (
    <svg class="role-glyph" width="20" height="12" viewBox="0 0 20 12" aria-hidden="true" focusable="false">
      {role === 'first' && <circle cx="10" cy="6" r="5" fill="currentColor" />}
      {role === 'listed' && <circle cx="10" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="1.8" />}
      {role === 'joint' && (
        <path
          d="M7.2 2a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12.8 2a4 4 0 1 0 0 8a4 4 0 0 0 0-8"
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
        />
      )}
    </svg>
  );
}
