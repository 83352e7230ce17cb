export function PortalHomeScreen() {
  return <h1>Portal</h1>
}
