import { Route, Routes } from '../../routing';
import { RequestPage } from '../RequestPage';
import { RequestList } from './RequestList';

/** Change requests of all services, and below it each one of them. */
export function RequestsPage() {
  return (
    <Routes>
      <Route path="/" element={<RequestList />} />
      <Route path="/:id" element={<RequestPage />} />
    </Routes>
  );
}
