/** Below the clusters: the further filters and what the symbols mean. */
import { FilterBar } from './filter-bar.tsx';
import { SymbolKey } from './symbol-key.tsx';

export default function LegendMore() {
  return (
    <>
      <FilterBar />
      <SymbolKey />
    </>
  );
}
