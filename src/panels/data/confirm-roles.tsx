/** Which column is what, and the first rows to judge it by. */
import { useId } from 'preact/hooks';
import type { Roles } from '../../data/import/guess/placeable.ts';
import { type Preview, ROLES, type Role } from '../../data/import/types.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { useApp } from '../../state/app.ts';
import { TableScroll } from '../../ui/table.tsx';

interface RolesProps {
  readonly preview: Preview;
  readonly roles: Roles;
  readonly onRole: (role: Role, column: number | undefined) => void;
}

const PLACES: readonly Role[] = ['x', 'y', 'pair', 'wkt'];
/** More columns than this in a table of first rows help nobody. */
const SHOWN = 60;

export function ConfirmRoles({ preview, roles, onRole }: RolesProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  // Coordinates come in one of three ways: the ways not taken fold away unless a column has them.
  const offered = ROLES.filter((role) => !(preview.hasShapes && PLACES.includes(role)));
  return (
    <fieldset class="data-group">
      <legend>{t('dataColumns')}</legend>
      {preview.hasShapes && <p class="small muted">{t('dataShapes')}</p>}
      <div class="data-fields">
        {offered.map((role) => {
          const column = roles[role];
          const guessed = preview.roles.some((guess) => guess.role === role && guess.column === column);
          return (
            <div class="data-field" key={role}>
              <label for={`${id}${role}`}>
                {t(`role.${role}`)}
                {guessed && <span class="guessed"> · {t('dataGuessed')}</span>}
              </label>
              <select
                id={`${id}${role}`}
                value={column === undefined ? '' : String(column)}
                onChange={(event) =>
                  onRole(role, event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value))
                }
              >
                <option value="">{t('dataNoColumn')}</option>
                {preview.columns.map(({ name, samples }, index) => (
                  <option key={`${index} ${name}`} value={String(index)}>
                    {plainLine(name)}
                    {samples[0] === undefined ? '' : ` (${plainLine(samples[0].slice(0, 20))})`}
                  </option>
                ))}
              </select>
            </div>
          );
        })}
      </div>
      <Sample preview={preview} roles={roles} />
    </fieldset>
  );
}

function Sample({ preview, roles }: Pick<RolesProps, 'preview' | 'roles'>) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const rolesAt = (index: number) => ROLES.filter((role) => roles[role] === index);
  const columns = preview.columns.slice(0, SHOWN);
  return (
    <details class="data-sample" open>
      <summary>
        {t('dataSample')}
        {!preview.complete && <span class="muted"> · {t('dataSampled', { n: preview.sampled })}</span>}
      </summary>
      <TableScroll label={t('dataSample')}>
        <table class="plain-table">
          <caption class="visually-hidden">{t('dataSample')}</caption>
          <thead>
            <tr>
              {columns.map(({ name }, index) => {
                const own = rolesAt(index);
                return (
                  <th scope="col" key={`${index} ${name}`} class={own.length === 0 ? '' : 'is-role'}>
                    {plainLine(name)}
                    {own.map((role) => (
                      <small key={role}>{t(`role.${role}`)}</small>
                    ))}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, 5).map((row, line) => (
              <tr key={line}>
                {columns.map(({ name }, index) => (
                  <td key={`${index} ${name}`}>{plainLine(String(row[index] ?? '').slice(0, 60))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
}
