/** The dashboard: pages over the public API of this service, and nothing else. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { applyTheme, keptTheme } from './shell/theme';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';

applyTheme(keptTheme());

const place = document.getElementById('dashboard');
if (place !== null)
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
