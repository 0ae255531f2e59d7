-- Each program is opened, its finding seen, a quick fix applied, saved, and the finding gone.
local MILLISECONDS = 20000
local SERVER = { vim.env.KERAS_SHAPES_TEST_PYTHON, '-m', 'keras_shapes', 'server' }
local passed, failed = 0, 0

local function say(text) io.stdout:write(text .. '\n') end

local function test(name, check)
  local ok, problem = pcall(check)
  if ok then passed = passed + 1 else failed = failed + 1 end
  say((ok and 'ok ' or 'FAILED ') .. name .. (ok and '' or ': ' .. tostring(problem)))
end

local function wait_for(what, condition)
  assert(vim.wait(MILLISECONDS, condition, 50), 'not in time: ' .. what)
end

local function open(file)
  vim.cmd('edit! ' .. file)
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo[buffer].filetype = 'python'
  local client = vim.lsp.start_client({ name = 'keras-shapes', cmd = SERVER, root_dir = vim.fn.getcwd() })
  assert(client, 'the server does not start')
  vim.lsp.buf_attach_client(buffer, client)
  return buffer, client
end

local function request(buffer, client, method, params)
  params.textDocument = { uri = vim.uri_from_bufnr(buffer) }
  local answers = assert(vim.lsp.buf_request_sync(buffer, method, params, MILLISECONDS))
  assert(not answers[client].error, vim.inspect(answers[client].error))
  return answers[client].result or {}
end

-- The finding as it came over the wire, which a code action needs back.
local function lsp_diagnostic(found)
  local range = { start = { line = found.lnum, character = found.col }, ['end'] = { line = found.end_lnum, character = found.end_col } }
  local wire = found.user_data and found.user_data.lsp or {}
  return vim.tbl_extend('keep', { range = range, message = found.message, source = found.source, severity = found.severity, code = found.code or wire.code }, wire)
end

local function whole(buffer)
  return { start = { line = 0, character = 0 }, ['end'] = { line = vim.api.nvim_buf_line_count(buffer), character = 0 } }
end

local function label(hint)
  if type(hint.label) == 'string' then return hint.label end
  return table.concat(vim.tbl_map(function(part) return part.value end, hint.label))
end

local function check_program(file, code, title, fixed)
  local buffer, client = open(file)
  local found
  test(file .. ': ' .. code, function()
    wait_for('a finding', function() return #vim.diagnostic.get(buffer) > 0 end)
    found = vim.diagnostic.get(buffer)[1]
    assert((found.code or found.user_data.lsp.code) == code, vim.inspect(found))
    assert(found.source == 'keras-shapes', found.source)
  end)
  test(file .. ': hints and lenses', function()
    local hints = request(buffer, client, 'textDocument/inlayHint', { range = whole(buffer) })
    assert(#hints > 0 and label(hints[1]):match('%(%d+, '), vim.inspect(hints))
    local lenses = request(buffer, client, 'textDocument/codeLens', {})
    assert(#lenses >= 2, vim.inspect(lenses))
  end)
  test(file .. ': fix, saved, gone', function()
    local diagnostic = lsp_diagnostic(found)
    local actions = request(buffer, client, 'textDocument/codeAction', {
      range = diagnostic.range,
      context = { diagnostics = { diagnostic }, only = { 'quickfix' } },
    })
    local titles = table.concat(vim.tbl_map(function(action) return action.title end, actions), '\n')
    local chosen = vim.tbl_filter(function(action) return action.title:find(title, 1, true) end, actions)[1]
    assert(chosen, 'no such fix among:\n' .. titles)
    vim.lsp.util.apply_workspace_edit(chosen.edit, vim.lsp.get_client_by_id(client).offset_encoding)
    wait_for('no finding', function() return #vim.diagnostic.get(buffer) == 0 end)
    vim.cmd('silent write')
    local text = table.concat(vim.fn.readfile(file), '\n')
    assert(text:find(fixed, 1, true), text)
  end)
  vim.lsp.stop_client(client)
end

check_program('lstm_rank.py', 'input-rank', '(100, 10, 1)', 'input_shape=(10, 1)')
check_program('conv2d_size.py', 'input-shape', '32, 32, 3)', 'input_shape=(32, 32, 3)')
check_program('uint8_pixels.py', 'unnormalized-input', 'float32 in 0..1', 'astype("float32") / 255')

test('uint8_normalised.py: silent', function()
  local buffer, client = open('uint8_normalised.py')
  wait_for('the server', function() return vim.lsp.get_client_by_id(client) and vim.lsp.get_client_by_id(client).initialized end)
  -- The hints are made by the same analysis as the findings: once they are here, so would those be.
  local hints = request(buffer, client, 'textDocument/inlayHint', { range = whole(buffer) })
  assert(#hints > 0, 'nothing was analysed')
  vim.wait(500)
  assert(#vim.diagnostic.get(buffer) == 0, vim.inspect(vim.diagnostic.get(buffer)))
end)

say(passed .. ' passed, ' .. failed .. ' failed')
vim.cmd(failed == 0 and 'qall!' or 'cquit 1')
