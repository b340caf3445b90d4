// Trades the invitation in the address's fragment for a session cookie. The fragment goes first: no reload repeats it.
const state = document.getElementById('state')
const invitation = location.hash.slice(1)
history.replaceState(null, '', location.pathname + location.search)

const enter = async () => {
  const response = await fetch('/api/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
    body: JSON.stringify({ invitation }),
  })
  if (response.ok) return location.replace(state.dataset.seat)
  const problem = await response.json()
  state.textContent = problem.title
}

if (invitation === '') state.textContent = state.dataset.missing
else {
  enter().catch((error) => {
    state.textContent = String(error.message)
  })
}
