/** The investor's side: parks and zones, as the list shows them. */
import { SiteList } from '../site-list.tsx';

export default function InvestSide() {
  return <SiteList />;
}
