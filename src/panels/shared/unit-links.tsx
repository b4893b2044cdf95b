/** Responsible units as links, in the order in which the text names them. */
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';

export function UnitLinks({ ids }: { readonly ids: readonly string[] }) {
  const { state, i18n } = useApp();
  return (
    <span class="inline-links">
      {ids.map((id) => {
        const unit = state.things.value.unit.get(id);
        return unit === undefined ? null : (
          <LinkButton key={id} onClick={() => state.actions.select({ entity: 'unit', id })}>
            {i18n.value.name(unit)}
          </LinkButton>
        );
      })}
    </span>
  );
}
