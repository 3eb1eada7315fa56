// The only file that knows which router is underneath.
export {
  Route,
  Routes,
  useLocation,
  useNavigate,
  useParams,
  useSearchParams,
} from 'react-router-dom';
export { useRouteRef } from '@backstage/core-plugin-api';
