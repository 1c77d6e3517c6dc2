import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Fontsource lists woff2 and woff; every browser we serve reads woff2, so half of the files need not be shipped. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('@fontsource') || !id.includes('.css')) return;
    return code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '');
  },
};

export default defineConfig({
  root: 'src/web',
  plugins: [woff2Only, react()],
  publicDir: 'public',
  build: { outDir: '../../dist/web', emptyOutDir: true, // fonts stay files: the content policy allows no data: fonts
    assetsInlineLimit: file => (/\.woff2?$/.test(file) ? false : undefined), chunkSizeWarningLimit: 600 },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:8080' } },
});
